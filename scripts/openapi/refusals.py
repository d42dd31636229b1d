"""What an app may refuse of a body that its document allows: only what no schema can say."""

import schemathesis

MISSING = "refers to a record that does not exist"
MISSING_SOMEWHERE = "A record that this one refers to does not exist"
LONGEST_PASSWORD = 72


@schemathesis.check
def refused_for_what_no_schema_says(ctx, response, case):
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    problem = response.json()
    errors = problem.get("errors", [])
    if not errors and problem.get("detail") == MISSING_SOMEWHERE:
        return
    for error in errors:
        if error["message"].endswith(MISSING):
            continue
        if error["path"] == "password" and len(str(case.body["password"]).encode()) > LONGEST_PASSWORD:
            continue
        raise AssertionError(f"The document allows what the app refuses: {error}")

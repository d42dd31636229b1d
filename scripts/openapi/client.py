"""Uses the client that openapi-python-client made of the blog: creates, lists and shows.

    python client.py FOLDER-OF-THE-CLIENT URL
"""

import importlib
import sys

sys.path.insert(0, sys.argv[1])
client = importlib.import_module("blog_client").Client(base_url=sys.argv[2], raise_on_unexpected_status=True)
models = importlib.import_module("blog_client.models")


def call(tag, name, **arguments):
    module = importlib.import_module(f"blog_client.api.{tag}.{name}")
    return module.sync_detailed(client=client, **arguments)


user = call(
    "user",
    "create_user",
    body=models.UserInput(email="c@example.com", password="password123", first_name="C", last_name="D"),
)
assert user.status_code == 201, user
user_id = user.parsed.data.id

created = call(
    "post",
    "create_post",
    body=models.PostInput(title="Hello", content="World", user_id=user_id, tag_names=["one", "two"]),
)
assert created.status_code == 201, created
assert created.parsed.data.author.first_name == "C"

listed = call("post", "list_posts", user_id=user_id)
assert listed.parsed.pagination.total == 1, listed
assert [tag.name for tag in listed.parsed.data[0].tags] == ["one", "two"], listed

shown = call("post", "show_post", id=created.parsed.data.id)
assert shown.parsed.data.title == "Hello", shown

missing = call("post", "show_post", id=999_999)
assert missing.parsed.status == 404, missing

refused = call("post", "create_post", body=models.PostInput(title="x" * 201, content="", user_id=user_id))
assert refused.parsed.errors[0].path == "title", refused
print("the client works")

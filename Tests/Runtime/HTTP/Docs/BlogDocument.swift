/// A document of everything that the docs page shows, written by hand, with texts in it that would do harm as HTML.
let blogDocument = #"""
    {
      "openapi": "3.1.0",
      "info": {
        "title": "Blog",
        "version": "1.0.0",
        "description": "Begin with `GET /api/posts`.\n\nA second paragraph, <b>not bold</b>, with [no link](javascript:hostile())."
      },
      "servers": [{"url": "/"}],
      "tags": [
        {"name": "Post", "description": "What people write. <img src=x onerror=hostile()>"},
        {"name": "User"}
      ],
      "security": [{"token": []}],
      "paths": {
        "/api/posts": {
          "get": {
            "operationId": "listPosts",
            "tags": ["Post"],
            "summary": "The posts, newest first",
            "description": "Pages of posts. What is not declared is a `400` that names it.",
            "parameters": [
              {"name": "status", "in": "query", "schema": {"$ref": "#/components/schemas/PostStatus"}},
              {"name": "status[ne]", "in": "query", "schema": {"$ref": "#/components/schemas/PostStatus"}},
              {
                "name": "status[in]",
                "in": "query",
                "explode": false,
                "schema": {
                  "type": "array",
                  "items": {"$ref": "#/components/schemas/PostStatus"},
                  "maxItems": 100
                }
              },
              {"name": "userId", "in": "query", "schema": {"type": "integer", "minimum": 1}},
              {
                "name": "tag",
                "in": "query",
                "description": "The name of a tag that the post has.",
                "schema": {"type": "string"}
              },
              {
                "name": "search",
                "in": "query",
                "description": "A text in `title` or `content`.",
                "schema": {"type": "string"}
              },
              {
                "name": "sort",
                "in": "query",
                "explode": false,
                "schema": {
                  "type": "array",
                  "items": {"type": "string", "enum": ["createdAt", "-createdAt", "title", "-title"]}
                }
              },
              {"$ref": "#/components/parameters/page"},
              {
                "name": "limit",
                "in": "query",
                "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}
              }
            ],
            "responses": {
              "200": {
                "description": "A page of posts",
                "headers": {"X-Request-Id": {"description": "Found in the log.", "schema": {"type": "string"}}},
                "content": {
                  "application/json": {
                    "schema": {
                      "type": "object",
                      "required": ["data", "pagination"],
                      "properties": {
                        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Post"}},
                        "pagination": {"$ref": "#/components/schemas/Pagination"}
                      }
                    }
                  }
                }
              },
              "400": {"$ref": "#/components/responses/Problem"}
            }
          },
          "post": {
            "operationId": "createPost",
            "tags": ["Post"],
            "summary": "A new post",
            "requestBody": {
              "required": true,
              "description": "What may be said of a post.",
              "content": {
                "application/json": {
                  "schema": {"$ref": "#/components/schemas/PostInput"},
                  "examples": {
                    "short": {
                      "summary": "Short",
                      "value": {"title": "Hello", "content": "First words", "userId": 1}
                    },
                    "full": {
                      "summary": "With tags",
                      "value": {
                        "title": "Hello",
                        "content": "First words",
                        "status": "published",
                        "userId": 1,
                        "tagNames": ["swift", "http"]
                      }
                    }
                  }
                }
              }
            },
            "responses": {
              "201": {
                "description": "The new post",
                "headers": {"Location": {"schema": {"type": "string", "format": "uri-reference"}}},
                "content": {
                  "application/json": {
                    "schema": {"type": "object", "properties": {"data": {"$ref": "#/components/schemas/Post"}}}
                  }
                },
                "links": {"show": {"operationId": "showPost", "parameters": {"id": "$response.body#/data/id"}}}
              },
              "422": {"$ref": "#/components/responses/Problem"}
            }
          }
        },
        "/api/posts/{id}": {
          "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}}
          ],
          "get": {
            "operationId": "showPost",
            "tags": ["Post"],
            "summary": "A post",
            "parameters": [{"name": "If-None-Match", "in": "header", "schema": {"type": "string"}}],
            "responses": {
              "200": {
                "description": "The post",
                "content": {
                  "application/json": {
                    "schema": {"type": "object", "properties": {"data": {"$ref": "#/components/schemas/Post"}}}
                  }
                }
              },
              "404": {"$ref": "#/components/responses/Problem"}
            }
          },
          "put": {
            "operationId": "updatePost",
            "tags": ["Post"],
            "summary": "Changes what it names",
            "deprecated": true,
            "requestBody": {
              "content": {"application/json": {"schema": {"$ref": "#/components/schemas/PostInput"}}}
            },
            "responses": {"200": {"description": "The post"}, "404": {"$ref": "#/components/responses/Problem"}}
          },
          "delete": {
            "operationId": "destroyPost",
            "tags": ["Post"],
            "summary": "Removes a post",
            "responses": {
              "204": {"description": "It is gone"},
              "404": {"$ref": "#/components/responses/Problem"}
            }
          }
        },
        "/api/users/{id}": {
          "get": {
            "operationId": "<script>hostile()</script>",
            "tags": ["User"],
            "summary": "<img src=x onerror=hostile()> & \"quotes\"",
            "description": "</p><script>hostile()</script>",
            "parameters": [
              {
                "name": "id",
                "in": "path",
                "required": true,
                "schema": {"type": "string"},
                "description": "<style>body{display:none}</style>"
              }
            ],
            "responses": {
              "200": {
                "description": "<iframe src='https://example.com'>",
                "content": {
                  "application/json": {"schema": {"$ref": "#/components/schemas/<svg onload=hostile()>"}}
                }
              }
            }
          }
        },
        "/api/sign-in": {
          "post": {
            "summary": "An operation without a name of its own",
            "requestBody": {"content": {"text/plain": {"schema": {"type": "string"}, "example": "as text"}}},
            "responses": {"200": {"$ref": "#/components/responses/Missing"}}
          }
        }
      },
      "components": \#(blogComponents),
      "x-models": \#(blogModels)
    }
    """#

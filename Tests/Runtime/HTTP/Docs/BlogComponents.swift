/// The schemas of the blog's document, and what else it refers to.
let blogComponents = #"""
    {
      "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
      "parameters": {
        "page": {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}}
      },
      "responses": {
        "Problem": {
          "description": "What is wrong",
          "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
        }
      },
      "schemas": {
        "PostStatus": {"type": "string", "enum": ["draft", "published"]},
        "Post": {
          "type": "object",
          "required": ["id", "title", "content", "status", "userId", "createdAt", "author", "tags"],
          "properties": {
            "id": {"type": "integer", "readOnly": true},
            "title": {"type": "string", "minLength": 3, "maxLength": 200},
            "content": {"type": "string", "description": "Markdown, <b>as it was written</b>."},
            "status": {"$ref": "#/components/schemas/PostStatus"},
            "userId": {"type": "integer"},
            "createdAt": {"type": "string", "format": "date-time"},
            "author": {"$ref": "#/components/schemas/User"},
            "tags": {"type": "array", "items": {"$ref": "#/components/schemas/Tag"}},
            "parent": {"anyOf": [{"$ref": "#/components/schemas/Post"}, {"type": "null"}]}
          }
        },
        "PostInput": {
          "type": "object",
          "required": ["title", "content", "userId"],
          "additionalProperties": false,
          "properties": {
            "title": {"type": "string", "minLength": 3, "maxLength": 200},
            "content": {"type": "string"},
            "status": {"$ref": "#/components/schemas/PostStatus", "default": "draft"},
            "userId": {"type": "integer"},
            "tagNames": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}
          }
        },
        "User": {
          "type": "object",
          "required": ["id", "email"],
          "properties": {
            "id": {"type": "integer"},
            "email": {"type": "string", "format": "email"},
            "firstName": {"type": "string"},
            "lastName": {"type": ["string", "null"]}
          }
        },
        "Tag": {
          "type": "object",
          "properties": {"id": {"type": "integer"}, "name": {"type": "string", "pattern": "^[a-z]+$"}}
        },
        "Pagination": {
          "type": "object",
          "properties": {
            "total": {"type": "integer", "minimum": 0},
            "page": {"type": "integer"},
            "limit": {"type": "integer"},
            "totalPages": {"type": "integer"},
            "hasMore": {"type": "boolean"}
          }
        },
        "Problem": {
          "type": "object",
          "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {"path": {"type": "string"}, "message": {"type": "string"}}
              }
            }
          }
        },
        "<svg onload=hostile()>": {
          "type": "object",
          "properties": {"<b>name</b>": {"type": "string", "default": "<i>"}, "__proto__": {"type": "string"}}
        }
      }
    }
    """#

/// The models of the blog's document.
let blogModels = #"""
    [
      {
        "name": "User",
        "table": "users",
        "attributes": [
          {"name": "id", "type": "integer", "key": "primary", "nullable": false},
          {"name": "email", "type": "string", "key": "unique", "nullable": false},
          {"name": "password", "type": "password", "nullable": false},
          {"name": "role", "type": "enum(user, admin, moderator)", "nullable": false},
          {"name": "lastLoginAt", "type": "date", "nullable": true}
        ],
        "associations": [
          {"name": "posts", "kind": "hasMany", "target": "Post", "foreignKey": "userId"},
          {"name": "profile", "kind": "hasOne", "target": "Profile", "foreignKey": "userId"}
        ]
      },
      {
        "name": "Profile",
        "table": "profiles",
        "attributes": [
          {"name": "id", "type": "integer", "key": "primary", "nullable": false},
          {"name": "bio", "type": "text", "nullable": true},
          {"name": "userId", "type": "integer", "key": "foreign", "nullable": false}
        ],
        "associations": [{"name": "user", "kind": "belongsTo", "target": "User", "foreignKey": "userId"}]
      },
      {
        "name": "Post",
        "table": "posts",
        "attributes": [
          {"name": "id", "type": "integer", "key": "primary", "nullable": false},
          {"name": "title", "type": "string(200)", "nullable": false},
          {"name": "content", "type": "text", "nullable": false},
          {"name": "status", "type": "enum(draft, published)", "nullable": false},
          {"name": "userId", "type": "integer", "key": "foreign", "nullable": false},
          {"name": "parentId", "type": "integer", "key": "foreign", "nullable": true},
          {"name": "createdAt", "type": "date", "nullable": false}
        ],
        "associations": [
          {"name": "author", "kind": "belongsTo", "target": "User", "foreignKey": "userId"},
          {"name": "parent", "kind": "belongsTo", "target": "Post", "foreignKey": "parentId"},
          {
            "name": "tags",
            "kind": "belongsToMany",
            "target": "Tag",
            "through": "PostTag",
            "foreignKey": "postId",
            "otherKey": "tagId"
          }
        ]
      },
      {
        "name": "Tag",
        "table": "tags",
        "attributes": [
          {"name": "id", "type": "integer", "key": "primary", "nullable": false},
          {"name": "name", "type": "string", "key": "unique", "nullable": false}
        ],
        "associations": [
          {
            "name": "posts",
            "kind": "belongsToMany",
            "target": "Post",
            "through": "PostTag",
            "foreignKey": "tagId",
            "otherKey": "postId"
          }
        ]
      },
      {
        "name": "PostTag",
        "table": "post_tags",
        "attributes": [
          {"name": "id", "type": "integer", "key": "primary", "nullable": false},
          {"name": "postId", "type": "integer", "key": "foreign", "nullable": true},
          {"name": "tagId", "type": "integer", "key": "foreign", "nullable": true}
        ],
        "associations": []
      },
      {
        "name": "<img src=x onerror=hostile()>",
        "table": "</text><script>",
        "attributes": [{"name": "<b>", "type": "<i>"}],
        "associations": []
      }
    ]
    """#

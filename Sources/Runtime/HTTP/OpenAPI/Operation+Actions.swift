public import ScaffoldStorage

// What the five actions of a model take and answer.

extension Operation {
    /// A list of records: `GET /posts`.
    ///
    /// - Parameters:
    ///   - listing: What it may be asked.
    ///   - view: What is shown of each record.
    ///   - envelope: The shape of the app's answers.
    public static func list<Record: Model, View: JSONEncodable & SendableMetatype>(
        _ listing: Listing<Record>, as view: View.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.list, Record.self).changed {
            $0.parameters = listing.parameters
            $0.errors.insert(400)
            $0.recordPointer = envelope.many.map { "/\($0)/0" } ?? "/0"
            $0.answers[200] = Answer(
                schema: { book, _ in listing.answer(book.schema(of: view), in: envelope, &book) },
                headers: listing.headers(in: envelope))
        }
    }

    /// A list of records with all that is readable of them.
    public static func list<Record: Model & JSONEncodable>(
        _ listing: Listing<Record>, in envelope: Envelope = .data
    ) -> Operation {
        list(listing, as: Record.self, in: envelope)
    }

    /// One record: `GET /posts/:id`.
    ///
    /// - Parameters:
    ///   - view: What is shown of it, a projection.
    ///   - envelope: The shape of the app's answers.
    public static func show<View: Projection & JSONEncodable>(
        _ view: View.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.show, View.Base.self).fails(404).record(200, view, in: envelope, View.Base.self)
    }

    /// One record with all that is readable of it.
    public static func show<Record: Model & JSONEncodable>(
        _ model: Record.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.show, model).fails(404).record(200, model, in: envelope, model)
    }

    /// A new record: `POST /posts`.
    ///
    /// - Parameters:
    ///   - model: The model, which says what the body may hold.
    ///   - view: What is shown of the new record.
    ///   - envelope: The shape of the app's answers.
    public static func create<Record: Model, View: JSONEncodable & SendableMetatype>(
        _ model: Record.Type, as view: View.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.create, model).takes { $0.body(of: model, for: .create, without: $1) }.fails(409)
            .record(201, view, in: envelope, model)
    }

    /// A new record, answered with all that is readable of it.
    public static func create<Record: Model & JSONEncodable>(
        _ model: Record.Type, in envelope: Envelope = .data
    ) -> Operation {
        create(model, as: model, in: envelope)
    }

    /// Several new records at once, all or none: `POST /posts/bulk` with a list.
    ///
    /// - Parameters:
    ///   - model: The model, which says what each element of the body may hold.
    ///   - view: What is shown of the new records.
    ///   - envelope: The shape of the app's answers.
    public static func bulkCreate<Record: Model, View: JSONEncodable & SendableMetatype>(
        _ model: Record.Type, as view: View.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.bulkCreate, model).takes { .array(of: $0.body(of: model, for: .create, without: $1)) }.fails(409)
            .changed {
                $0.answers[201] = Answer { book, hasMessage in
                    let lists = Envelope(one: envelope.many, many: envelope.many, success: envelope.success)
                    return .enveloped(.array(of: book.schema(of: view)), in: lists, hasMessage: hasMessage)
                }
            }
    }

    /// Several new records at once, answered with all that is readable of them.
    public static func bulkCreate<Record: Model & JSONEncodable>(
        _ model: Record.Type, in envelope: Envelope = .data
    ) -> Operation {
        bulkCreate(model, as: model, in: envelope)
    }

    /// A link between two records that are there: `PUT /posts/:id/tags/:tagId`.
    ///
    /// - Parameter model: The model of the record that the path names last.
    public static func link<Record: Model>(_ model: Record.Type) -> Operation {
        Operation(.link, model).fails(404).fails(409).answers(204)
    }

    /// The end of a link; both records stay: `DELETE /posts/:id/tags/:tagId`.
    ///
    /// - Parameter model: The model of the record that the path names last.
    public static func unlink<Record: Model>(_ model: Record.Type) -> Operation {
        Operation(.unlink, model).fails(404).answers(204)
    }

    /// Changes of a record: `PUT` or `PATCH /posts/:id`.
    ///
    /// - Parameters:
    ///   - model: The model, which says what the body may hold.
    ///   - view: What is shown of the changed record.
    ///   - envelope: The shape of the app's answers.
    public static func update<Record: Model, View: JSONEncodable & SendableMetatype>(
        _ model: Record.Type, as view: View.Type, in envelope: Envelope = .data
    ) -> Operation {
        Operation(.update, model).takes { $0.body(of: model, for: .update, without: $1) }.fails(404).fails(409)
            .record(200, view, in: envelope, model).comparingVersion(of: model)
    }

    /// Changes of a record, answered with all that is readable of it.
    public static func update<Record: Model & JSONEncodable>(
        _ model: Record.Type, in envelope: Envelope = .data
    ) -> Operation {
        update(model, as: model, in: envelope)
    }

    /// The end of a record: `DELETE /posts/:id`. With a text for 200 it answers with that as its message, otherwise with
    /// 204 and nothing.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - envelope: The shape of the app's answers.
    public static func destroy<Record: Model>(_ model: Record.Type, in envelope: Envelope = .data) -> Operation {
        Operation(.destroy, model).fails(404).fails(409).answers(204).changed {
            $0.sentence = Answer { _, _ in .message(in: envelope) }
        }.comparingVersion(of: model)
    }

    private init(_ action: Action, _ model: any Model.Type) {
        self.init()
        self.action = action
        self.model = model
        errors = [500, 503]
    }

    private func record<View: JSONEncodable & SendableMetatype>(
        _ status: Int, _ view: View.Type, in envelope: Envelope, _ model: any Model.Type
    ) -> Operation {
        answers(status, view, in: envelope).changed {
            $0.recordPointer = envelope.one.map { "/\($0)" } ?? ""
            if status == 201 { $0.answers[status]?.headers.append("Location") }
            if model.table.version != nil { $0.answers[status]?.headers.append("ETag") }
        }
    }

    /// A record with a version is changed only while it has the one that the client knows.
    private func comparingVersion(of model: any Model.Type) -> Operation {
        guard model.table.version != nil else { return self }
        return fails(412).changed { $0.comparesVersion = true }
    }
}

/// The models of a schema while they are put together, by name.
struct ModelTable {
    let drafts: [ModelDraft]
    private let byName: [String: ModelDraft]
    private let problems: Problems

    init(_ drafts: [ModelDraft], _ problems: Problems) {
        self.drafts = drafts
        byName = Dictionary(drafts.map { ($0.name, $0) }) { first, _ in first }
        self.problems = problems
    }

    subscript(name: String) -> ModelDraft? { byName[name] }

    /// The model of this name; its absence is reported with the nearest name.
    func find(_ name: String, at position: SourcePosition, orElse suggestion: String? = nil) -> ModelDraft? {
        if let model = byName[name] { return model }
        let known = drafts.map(\.name)
        problems.error(
            "unknown model '\(Shown.text(name))'", at: position,
            nearest(name, among: known).map { "did you mean '\($0)'?" } ?? suggestion
                ?? Diagnostic.didYouMean(name, among: known))
        return nil
    }

    /// The attribute of this name; its absence is reported with the nearest name.
    func attribute(_ name: String, of model: ModelDraft, at position: SourcePosition) -> Attribute? {
        if let attribute = model.attribute(named: name) { return attribute }
        problems.error(
            "'\(model.name)' has no attribute '\(Shown.text(name))'", at: position,
            Diagnostic.didYouMean(name, among: model.attributeNames))
        return nil
    }
}

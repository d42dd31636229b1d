@testable import ScaffoldTests

extension EditHand {
    mutating func editDeclaration(_ text: inout EditedText, _ kind: HandEdit, near place: Int?) -> String? {
        switch kind {
        case .addProperty, .addMethod: addMember(to: &text, isMethod: kind == .addMethod, near: place)
        case .addExtension: addExtension(to: &text)
        case .addImport: addImport(to: &text)
        case .addRoute, .addEntry: addLine(to: &text, isRoute: kind == .addRoute)
        case .changeBody: changeBody(of: &text, near: place)
        case .deleteDeclaration, .wrapInCondition: take(&text, near: place, wraps: kind == .wrapInCondition)
        case .moveDeclaration: move(&text, near: place)
        case .renameLocal, .renameMethod: rename(&text, isMethod: kind == .renameMethod, near: place)
        default: nil
        }
    }

    /// A property or a method between two members of a type.
    private mutating func addMember(to text: inout EditedText, isMethod: Bool, near place: Int?) -> String? {
        let map = text.map
        let containers = map.containers.filter { $0.close > $0.open + 1 }
        guard !containers.isEmpty else { return nil }
        let wanted = line(of: text, near: place)
        let container = containers.last { $0.open < wanted && wanted <= $0.close } ?? pick(containers)
        var places = map.members.filter { $0.container == container.key }.flatMap {
            [$0.lines.lowerBound, $0.lines.upperBound + 1]
        }
        places.append(container.close)
        let index = place == nil ? pick(places) : places.min { abs($0 - wanted) < abs($1 - wanted) } ?? container.close
        let indent = String(repeating: " ", count: PlainLines.indent(text.lines[container.open].text) + 4)
        let isEnum = container.head.contains("enum ")
        // What stands in a type's extension or enum stores nothing.
        let isStored = container.head.hasPrefix("struct ") && !container.head.contains("Projection") && !isEnum
        let name = mark()
        var lines: [String]
        switch (isMethod, isStored) {
        case (true, _):
            lines = [
                "/// What \(name) does.", "func \(name)() -> Int {", "    let \(name) = 1", "    return \(name)", "}",
            ]
        case (false, true) where chance(70): lines = ["var \(name): Int = 0"]
        default: lines = ["var \(name): Int { 1 }"]
        }
        lines = lines.map { indent + $0 }
        let atMember = chance(60)
        if isMethod || !atMember {
            let isFirst = PlainLines.trimmed(text.lines[index - 1].text).isEmpty || index - 1 == container.open
            let isLast = index == container.close || PlainLines.trimmed(text.lines[index].text).isEmpty
            lines = (isFirst ? [] : [""]) + lines + (isLast ? [] : [""])
        }
        text.insert(lines, at: index)
        text.homes.insert(container.key)
        return "\(name) in \(container.head) at line \(index + 1)"
    }

    private mutating func addExtension(to text: inout EditedText) -> String? {
        guard let container = text.map.containers.first(where: { !$0.head.contains("Projection") }) else { return nil }
        let words = PlainLines.words(Array(container.head.utf8))
        guard let place = words.firstIndex(where: { ["struct", "enum", "extension"].contains($0) }),
            place + 1 < words.count, PlainLines.indent(text.lines[container.open].text) == 0,
            !container.head.contains(".")
        else { return nil }
        let (type, name) = (words[place + 1], mark())
        text.insert(["", "extension \(type) {", "    var \(name): Int { 3 }", "}"], at: text.lines.count)
        return "\(name) at the end"
    }

    private mutating func addImport(to text: inout EditedText) -> String? {
        guard let index = text.lines.firstIndex(where: { $0.text.hasPrefix("import ") }) else { return nil }
        let isThere = text.lines.contains { $0.text == "import Foundation" || $0.text.contains("swift-tools") }
        guard !isThere else { return nil }
        text.insert(["import Foundation"], at: chance(50) ? index : index + 1)
        return "Foundation"
    }

    /// A route, or an entry of a list: what a builder or an array holds.
    private mutating func addLine(to text: inout EditedText, isRoute: Bool) -> String? {
        let beginning = isRoute ? "        routes." : "    "
        let isList = text.path.hasSuffix("List.swift")
        guard isRoute != isList else { return nil }
        let candidates = text.lines.indices.filter {
            let line = text.lines[$0].text
            return line.hasPrefix(beginning) && line.hasSuffix(isRoute ? ")" : "(),")
        }
        guard !candidates.isEmpty else { return nil }
        let index = pick(candidates) + (chance(50) ? 1 : 0)
        let name = mark()
        let target = text.lines[candidates[0]].text.split(separator: ", ").last.map(String.init) ?? ""
        text.insert([isRoute ? "        routes.get(\"/\(name)\", \(target)" : "    \(name)(),"], at: index)
        return name
    }

    /// A statement in a function.
    private mutating func changeBody(of text: inout EditedText, near place: Int?) -> String? {
        let wanted = place.map { _ in line(of: text, near: place) }
        let heads = text.lines.indices.filter {
            let line = text.lines[$0].text
            return line.hasSuffix(" {") && line.hasPrefix("    ")
                && (line.contains(" func ") || line.contains(") throws {") || line.contains(") async throws -> "))
                && !line.contains("if ") && !line.contains("withApp")
        }
        guard !heads.isEmpty else { return nil }
        let head = wanted.flatMap { wanted in heads.min { abs($0 - wanted) < abs($1 - wanted) } } ?? pick(heads)
        let indent = String(repeating: " ", count: PlainLines.indent(text.lines[head].text) + 4)
        let name = mark()
        // A body of one expression returns it unasked, and does so no longer with a statement before it.
        let depth = PlainLines.indent(text.lines[head].text)
        let isBehind = { (line: String) in PlainLines.indent(line) <= depth && !line.isEmpty }
        let end = text.lines[(head + 1)...].firstIndex { isBehind($0.text) } ?? head + 1
        let body = text.lines[(head + 1)..<end].map(\.text)
        let returns = text.lines[head].text.contains("->") && !body.contains { $0.contains("return") }
        guard !returns, !text.lines[head].text.contains("some ") else { return nil }
        text.insert(["\(indent)print(\"\(name)\")"], at: head + 1)
        return "\(name) after line \(head + 1)"
    }

    private mutating func member(
        of text: EditedText, near place: Int?
    ) -> (key: String, container: String, lines: ClosedRange<Int>)? {
        let members = text.map.members
        guard !members.isEmpty else { return nil }
        guard place != nil else { return pick(members) }
        let wanted = line(of: text, near: place)
        return members.min {
            min(abs($0.lines.lowerBound - wanted), abs($0.lines.upperBound - wanted))
                < min(abs($1.lines.lowerBound - wanted), abs($1.lines.upperBound - wanted))
        }
    }

    private mutating func take(_ text: inout EditedText, near place: Int?, wraps: Bool) -> String? {
        guard let member = member(of: text, near: place) else { return nil }
        if wraps {
            let name = mark()
            for index in member.lines { text.touch(index) }
            text.insert(["#endif"], at: member.lines.upperBound + 1)
            text.insert(["#if \(name)"], at: member.lines.lowerBound)
            text.isTorn = true
        } else {
            text.remove(member.lines)
        }
        return member.key
    }

    /// Another place between members of the same type.
    private mutating func move(_ text: inout EditedText, near place: Int?) -> String? {
        guard let member = member(of: text, near: place), !member.container.isEmpty else { return nil }
        let others = text.map.members.filter { $0.container == member.container && $0.lines != member.lines }
        // The order of cases is what people see, that of columns what rows are read by.
        guard others.count > 1 else { return nil }
        let target = pick(others)
        let moved = Array(text.lines[member.lines])
        let above = member.lines.lowerBound - 1
        let isSpaced = moved.count > 1 && above >= 0 && text.lines[above].text.isEmpty
        let places = [text.origin(near: member.lines.lowerBound), text.origin(near: target.lines.lowerBound)]
        var lines = text.lines
        lines.removeSubrange(member.lines)
        var index = target.lines.upperBound + 1
        if target.lines.lowerBound > member.lines.upperBound { index -= member.lines.count }
        lines.insert(contentsOf: (isSpaced ? [EditedText.Line(text: "")] : []) + moved, at: index)
        text.lines = lines
        text.places += places
        text.homes.insert(member.container)
        return "\(member.key) behind \(target.key)"
    }

    /// A name that a declaration uses gets another, there alone; or the declaration gets one.
    private mutating func rename(_ text: inout EditedText, isMethod: Bool, near place: Int?) -> String? {
        guard let member = member(of: text, near: place) else { return nil }
        var names: [String] = []
        for index in member.lines {
            let words = PlainLines.words(Array(text.lines[index].text.utf8))
            let signs = isMethod ? ["func"] : ["let", "var"]
            for (word, next) in zip(words, words.dropFirst()) where signs.contains(word) { names.append(next) }
        }
        guard let old = names.first, old.count > 2 else { return nil }
        let new = mark()
        for index in member.lines {
            let line = text.lines[index].text
            let words = PlainLines.words(Array(line.utf8))
            guard words.contains(old), !line.contains("\"") else { continue }
            if isMethod, !line.contains("func \(old)") { continue }
            text.change(index, to: Self.replacing(old, by: new, in: line))
        }
        return "\(old) is \(new) in \(member.key)"
    }

    private static func replacing(_ word: String, by new: String, in line: String) -> String {
        var result = ""
        var run = ""
        for character in line {
            if character.isLetter || character.isNumber || character == "_" {
                run.append(character)
            } else {
                result += (run == word ? new : run) + String(character)
                run = ""
            }
        }
        return result + (run == word ? new : run)
    }
}

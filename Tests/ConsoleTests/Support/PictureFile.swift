import Foundation
import TerminalUI
import Testing

/// Compares a screen with the picture of it that stands in a file beside the tests.
///
/// A missing file is written, and the test fails, so that a person looks at it before it counts.
func expectPicture(
    _ surface: Surface, _ name: String, theme: Theme = .terminal, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Pictures").appending(path: name + ".txt")
    let bare = theme.glyphs == .ascii
    let second = bare ? attributes(surface, theme) : surface.picture(showing: .roles)
    let heading = bare ? "attributes without colour" : "roles"
    let found = surface.picture() + "\n" + ruler(heading, surface.size.columns) + "\n" + second + "\n"
    guard let wanted = try? String(contentsOf: file, encoding: .utf8) else {
        try found.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("There was no picture \(name); it was written. Look at it.", sourceLocation: sourceLocation)
        return
    }
    guard found != wanted else { return }
    let new = folder.appending(path: "Pictures").appending(path: name + ".new")
    try found.write(to: new, atomically: true, encoding: .utf8)
    Issue.record("The screen differs from the picture \(name):\n\(found)", sourceLocation: sourceLocation)
}

private func ruler(_ heading: String, _ width: Int) -> String {
    "=== " + heading + " " + String(repeating: "=", count: max(3, width - heading.count - 5))
}

/// How each cell looks where there are no colours: reverse, bold, underlined, dim.
private func attributes(_ surface: Surface, _ theme: Theme) -> String {
    let bare = theme.reduced(to: .mono)
    return (0..<surface.size.rows).map { y in
        var line = ""
        for x in 0..<surface.size.columns {
            let cell = surface[x, y]
            let look = bare.style(of: cell.role, cell.emphasis).attributes
            let letter =
                look.contains(.reverse)
                ? "r" : look.contains(.bold) ? "b" : look.contains(.underline) ? "u" : look.contains(.dim) ? "d" : "."
            line += letter == "." && cell.value == 0x20 ? " " : letter
        }
        while line.last == " " { line.removeLast() }
        return line
    }
    .joined(separator: "\n")
}

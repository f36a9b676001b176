/// What a terminal tells the program.
public enum TerminalInput: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted; it is text, never commands. Line breaks are `\n`.
    case paste(String)
    /// The window has another size; ask `size`.
    case resized
    /// The terminal is gone; save and end.
    case closed
}

/// A screen and a keyboard.
public protocol Terminal: AnyObject {
    /// The size of the screen now.
    var size: Size { get }
    /// The theme that gives roles their look; the next picture is painted in it.
    var theme: Theme { get set }
    /// What came from the keyboard, if anything did; never waits.
    func nextKey() -> TerminalInput?
    /// Shows a picture.
    func present(_ surface: Surface)
    /// Gives the terminal back for a while: for the shell or an editor.
    func suspend()
    /// Takes it again after `suspend`; the next picture is painted whole. The size may be another one: ask `size`.
    func resume()
    /// Paints the next picture whole, because something else wrote to the screen.
    func redraw()
    /// Calls the person by the bell.
    func ring()
    /// Names the window; nil gives it the name back that it had.
    func setTitle(_ title: Shown?)
    /// Puts a text into the terminal's clipboard; whether it has one is not known.
    func copy(_ text: Shown)
    /// Gives the terminal back for good.
    func close()
}

/// A terminal in memory: keys are put in, pictures are kept.
public final class RecordingTerminal: Terminal {
    /// The size of the screen.
    public var size: Size
    /// The theme in use.
    public var theme: Theme
    /// What the keyboard will give, first one first.
    public var input: [TerminalInput]
    /// The pictures that were shown.
    public private(set) var presented: [Surface] = []
    /// What was done with the terminal, in order: `suspend`, `resume`, `redraw`, `ring`, `close`.
    public private(set) var calls: [String] = []

    /// Makes a terminal of a size.
    public init(_ size: Size, theme: Theme = .terminal, input: [TerminalInput] = []) {
        self.size = size
        self.theme = theme
        self.input = input
    }

    /// What came from the keyboard, if anything did.
    public func nextKey() -> TerminalInput? { input.isEmpty ? nil : input.removeFirst() }
    /// Keeps a picture.
    public func present(_ surface: Surface) { presented.append(surface) }
    /// Notes the call.
    public func suspend() { calls.append("suspend") }
    /// Notes the call.
    public func resume() { calls.append("resume") }
    /// Notes the call.
    public func redraw() { calls.append("redraw") }
    /// Notes the call.
    public func ring() { calls.append("ring") }
    /// Notes the call.
    public func setTitle(_ title: Shown?) { calls.append("title \(title?.text ?? "")") }
    /// Notes the call.
    public func copy(_ text: Shown) { calls.append("copy \(text.text)") }
    /// Notes the call.
    public func close() { calls.append("close") }
}

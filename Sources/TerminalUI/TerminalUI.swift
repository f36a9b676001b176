// TerminalUI: to be built.

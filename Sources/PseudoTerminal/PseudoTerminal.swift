// PseudoTerminal: to be built.

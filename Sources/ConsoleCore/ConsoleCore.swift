// ConsoleCore: to be built.

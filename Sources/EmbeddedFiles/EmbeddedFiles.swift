// EmbeddedFiles: to be built.

// CaseDemo: to be built.

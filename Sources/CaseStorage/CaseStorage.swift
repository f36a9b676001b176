// CaseStorage: to be built.

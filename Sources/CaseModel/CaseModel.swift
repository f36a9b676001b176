// CaseModel: to be built.

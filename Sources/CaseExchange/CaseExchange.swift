// CaseExchange: to be built.

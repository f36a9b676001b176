import ConsoleCore

extension Shell {
    func load(_ call: CommandCall) async throws(Failure) -> ExitCode { throw .usage("import comes soon") }
    func export(_ call: CommandCall) async throws(Failure) -> ExitCode { throw .usage("export comes soon") }
    func demo(_ call: CommandCall) throws(Failure) -> ExitCode { throw .usage("demo comes soon") }
}

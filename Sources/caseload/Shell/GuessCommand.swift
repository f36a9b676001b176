extension Shell {
    func guess(_ file: String) throws(Failure) -> ExitCode { throw .usage("--guess comes soon") }
}

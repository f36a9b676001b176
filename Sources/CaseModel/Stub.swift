extension CaseLedger { var policy: Policy { Policy.read(bytes: [], named: "").policy.unsafelyUnwrapped } }

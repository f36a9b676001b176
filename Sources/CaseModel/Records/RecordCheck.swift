extension CaseLedger {
    /// What does not hold of a record: that it is the sum of its events, that each of them tells what was before it,
    /// that the rules of its kind are kept, and that what it names is there.
    public func faults(of record: Record) throws(StoreError) -> [String] {
        let (id, events) = (record.id, try recordEvents(of: record.id, after: 0))
        var faults: [String] = []
        var sum = Record(id, kind: record.kind)
        for event in events {
            if event.seq != sum.version + 1 { faults.append("\(id): the events have a gap before \(event.seq).") }
            for field in sum.fields(misquotedBy: event) {
                faults.append("\(id), event \(event.seq): \(field) was not what it says.")
            }
            sum.apply(event)
        }
        if sum != record { faults.append("\(id) is not the sum of its events.") }
        do throws(Refusal) {
            _ = try record.decide([:])
        } catch {
            faults.append("\(id): \(error.message)")
        }
        for field in record.kind.fields {
            guard let value = record[field.name], try !wasThere(value, field.type) else { continue }
            faults.append("\(id): its \(field.name) \(value) is not there.")
        }
        if let parent = record.parent, try self.record(parent)?.account != record.account {
            faults.append("\(id) and its \(parent) belong to different customers.")
        }
        let contents = faults + (try contentFaults(of: record))
        return record.kind == .license ? contents + LicenseBalance.faults(of: record, events) : contents
    }
}

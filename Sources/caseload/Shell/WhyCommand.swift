import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `why ID [--severity N] [--plan P] [--region R] [--status S]`: the clocks of a case as worked sums, and what a
    /// change would do to them.
    func why(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let reference = try oneWord(call, "the number of a case")
        let store = try await openForReading()
        let id = try await find(reference, in: store)
        let book = try await policies(store)
        let file: CaseFile
        do throws(StoreError) { file = try await store.caseFile(id) } catch { throw Failure(error) }
        let clocks = try clocks(of: file, book)
        let changes = try proposed(call, clocks.item, book)
        let now = clock.now
        var lines: [String] = []
        if wantsJSON {
            var fields = ClockReport(clocks, at: now, file.events).fields
            if !changes.isEmpty {
                let other = try after(changes, clocks)
                fields.append(.init("whatIf", .object(ClockReport(other, at: now, file.events).fields)))
            }
            try printJSON(.object([.init("id", JSON(describing: id))] + fields))
            return .done
        }
        let cover = try await caseCover(of: file, book, store)
        let reason = cover.flatMap { $0.answer.isEntitled ? nil : $0.answer.reasons.first }
        let uncovered = reason.map { "\($0.message) \($0.remedy)" }
        do throws(ValueProblem) {
            lines = try ClockSums(clocks, at: now, file.events, uncovered: uncovered)
                .lines(zone, with: changes.isEmpty ? [] : [changes])
        } catch {
            throw Failure(.usage, "\(error.value) is no \(error.field.name).")
        }
        for line in lines { try data.line(Shown(detail: line)) }
        return .done
    }

    /// The clocks of a case from its history.
    func clocks(of file: CaseFile, _ book: PolicyBook) throws(Failure) -> CaseClocks {
        do throws(ValueProblem) {
            return try CaseClocks(of: file.item.id, file.events, book)
        } catch {
            throw Failure(.storeUnusable, "\(file.item.id): \(error.value) is no \(error.field.name).")
        }
    }

    private func after(_ changes: [FieldChange], _ clocks: CaseClocks) throws(Failure) -> CaseClocks {
        do throws(ValueProblem) {
            return try clocks.after(changes, at: clock.now)
        } catch {
            throw Failure(.usage, "\(error.value) is no \(error.field.name).")
        }
    }

    /// The changes that options propose.
    private func proposed(_ call: CommandCall, _ item: Case, _ book: PolicyBook) throws(Failure) -> [FieldChange] {
        var changes: [FieldChange] = []
        for (option, field) in [
            (CallOption.severity, CaseField.severity), (.plan, .plan), (.region, .region), (.status, .status),
        ] {
            guard let value = call.options[option]?.lowercased() else { continue }
            changes.append(FieldChange(field, item.value(of: field), value))
        }
        if changes.contains(where: { $0.field == .plan || $0.field == .region }) {
            changes.append(FieldChange(.policy, item.policy, book.inForce.mark))
        }
        return changes
    }
}

/// A number with a comma at the thousands: `1,195`.
public struct GroupedNumber {
    private let number: Int

    /// A number to be written so.
    public init(_ number: Int) { self.number = number }

    /// How many signs that takes.
    public var width: Int {
        var (digits, rest) = (1, number.magnitude)
        while rest >= 10 { (digits, rest) = (digits + 1, rest / 10) }
        return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0)
    }

    /// The number as text; a short one takes no memory.
    public var text: String {
        String(unsafeUninitializedCapacity: width) { room in
            var place = width
            eachFromTheEnd { sign in
                place -= 1
                room[place] = sign
            }
            return width
        }
    }

    /// Gives its signs, the last digit first.
    func eachFromTheEnd(_ take: (UInt8) -> Void) {
        var (left, count) = (number.magnitude, 0)
        while left > 0 || count == 0 {
            if count > 0, count % 3 == 0 { take(UInt8(ascii: ",")) }
            take(UInt8(ascii: "0") + UInt8(left % 10))
            (left, count) = (left / 10, count + 1)
        }
        if number < 0 { take(UInt8(ascii: "-")) }
    }
}

extension Validator where Value: ValidatableText {
    /// A password of many sorts of characters, by the name and defaults of validator.js.
    ///
    /// - Parameters:
    ///   - minLength: how many characters there must be.
    ///   - minLowercase: how many small letters from a to z.
    ///   - minUppercase: how many capital letters from A to Z.
    ///   - minNumbers: how many digits.
    ///   - minSymbols: how many others, letters beyond ASCII among them.
    public static func isStrongPassword(
        minLength: Int = 8, minLowercase: Int = 1, minUppercase: Int = 1, minNumbers: Int = 1, minSymbols: Int = 1
    ) -> Validator<Value> {
        .text("isStrongPassword") { text in
            var (lowercase, uppercase, numbers, symbols) = (0, 0, 0, 0)
            for scalar in text.unicodeScalars {
                switch scalar {
                case "a"..."z": lowercase += 1
                case "A"..."Z": uppercase += 1
                case "0"..."9": numbers += 1
                default: symbols += 1
                }
            }
            return text.count >= minLength && lowercase >= minLowercase && uppercase >= minUppercase
                && numbers >= minNumbers && symbols >= minSymbols
        }
    }
}

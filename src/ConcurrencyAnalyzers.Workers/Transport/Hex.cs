namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Bytes as text, byte by byte: the base library's vectorised way is compiled anew in each process, for a token of 32 bytes.</summary>
internal static class Hex
{
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[2 * bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            (text[2 * i], text[2 * i + 1]) = (Digit(bytes[i] >> 4), Digit(bytes[i] & 15));
        return new string(text);
    }

    /// <summary>Throws <see cref="InvalidDataException"/> for anything else than <see cref="Encode"/> gives.</summary>
    public static byte[] Decode(string text)
    {
        if (text.Length % 2 != 0)
            throw Wrong();
        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < text.Length; i++)
            bytes[i / 2] = (byte)(bytes[i / 2] << 4 | Value(text[i]));
        return bytes;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);

    private static int Value(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => throw Wrong(),
    };

    private static InvalidDataException Wrong() => new("The text is not a row of bytes.");
}

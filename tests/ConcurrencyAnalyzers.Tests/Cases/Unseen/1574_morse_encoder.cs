// Encodes telegrams as Morse code on all processors.
using System.Text;

namespace Cases.U1574;

public interface IEncoder
{
    string Encode(string text);
}

public sealed class MorseEncoder : IEncoder
{
    private static readonly string[] s_codes =
    [
        ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--",
        "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--..",
    ];

    private readonly StringBuilder _buffer = new();

    public string Encode(string text)
    {
        _buffer.Clear(); // expect: RACE#1
        foreach (char c in text)
        {
            AppendSymbol(char.ToLowerInvariant(c));
        }
        return _buffer.ToString(); // expect: RACE#1
    }

    private void AppendSymbol(char c)
    {
        if (c is >= 'a' and <= 'z')
        {
            _buffer.Append(s_codes[c - 'a']).Append(' '); // expect: RACE#1
        }
        else if (c == ' ')
        {
            _buffer.Append("/ "); // expect: RACE#1
        }
    }
}

public sealed class TelegramOffice(IEncoder encoder)
{
    public IReadOnlyList<string> EncodeAll(IReadOnlyList<string> telegrams) =>
        telegrams.AsParallel().AsOrdered().Select(Prepare).ToList();

    private string Prepare(string telegram) => encoder.Encode(telegram.Trim());
}

public static class Program
{
    public static void Main()
    {
        var office = new TelegramOffice(new MorseEncoder());
        foreach (var line in office.EncodeAll(["send help", "all is well", "arriving on monday"]))
        {
            Console.WriteLine(line);
        }
    }
}

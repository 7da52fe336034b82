// Encodes labels as Braille on all processors.
using System.Text;

namespace Cases.U1604;

public interface ILabelEncoder
{
    string Encode(string text);
}

public sealed class BrailleEncoder : ILabelEncoder, IDisposable
{
    private const int FirstCell = 0x2800;
    private readonly ThreadLocal<StringBuilder> _buffer = new(() => new StringBuilder());

    public string Encode(string text)
    {
        var buffer = _buffer.Value!;
        buffer.Clear();
        foreach (char c in text)
        {
            AppendCell(buffer, char.ToLowerInvariant(c));
        }
        return buffer.ToString();
    }

    public void Dispose() => _buffer.Dispose();

    private static void AppendCell(StringBuilder buffer, char c)
    {
        if (c is >= 'a' and <= 'z')
        {
            buffer.Append((char)(FirstCell + (c - 'a' + 1)));
        }
        else if (char.IsWhiteSpace(c))
        {
            buffer.Append((char)FirstCell);
        }
    }
}

public sealed class LabelPrinter(ILabelEncoder encoder)
{
    public IReadOnlyList<string> EncodeAll(IReadOnlyList<string> labels) =>
        labels.AsParallel().AsOrdered().Select(Prepare).ToList();

    private string Prepare(string label) => encoder.Encode(label.Trim());
}

public static class Program
{
    public static void Main()
    {
        using var encoder = new BrailleEncoder();
        var printer = new LabelPrinter(encoder);
        foreach (var line in printer.EncodeAll(["emergency exit", "lift", "second floor"]))
        {
            Console.WriteLine(line);
        }
    }
}

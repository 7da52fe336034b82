// The read loop reassigns the captured line while the parsing tasks of earlier lines have not read it yet. difficulty: medium
namespace Cases.U718;

public sealed record Payment(string Account, decimal Amount);

public sealed class PaymentParser(char separator)
{
    public Payment? Parse(string? text)
    {
        string[] parts = text?.Split(separator) ?? [];
        return parts.Length == 2 && decimal.TryParse(parts[1], out decimal amount)
            ? new Payment(parts[0], amount)
            : null;
    }
}

public sealed class PaymentImport(PaymentParser parser)
{
    public async Task<IReadOnlyList<Payment>> ReadAsync(TextReader reader)
    {
        var parsing = new List<Task<Payment?>>();
        string? line;
        while ((line = await reader.ReadLineAsync()) is not null)
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }
            parsing.Add(Task.Run(() => parser.Parse(line))); // expect: CAPTURE
        }

        Payment?[] payments = await Task.WhenAll(parsing);
        return payments.OfType<Payment>().ToList();
    }

    public async Task<decimal> TotalAsync(string path)
    {
        using StreamReader reader = File.OpenText(path);
        IReadOnlyList<Payment> payments = await ReadAsync(reader);
        return payments.Sum(payment => payment.Amount);
    }
}

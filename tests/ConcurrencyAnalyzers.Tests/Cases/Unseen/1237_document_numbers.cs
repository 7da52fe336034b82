namespace Blind.C1237;

public interface INumberSource
{
    string Next(string series);
}

public sealed class YearlyNumbers : INumberSource
{
    private readonly Func<DateTime> _now;
    private int _year;
    private int _last;

    public YearlyNumbers(Func<DateTime> now)
    {
        _now = now;
    }

    public string Next(string series)
    {
        var year = _now().Year;
        if (year != _year) // expect: RACE#1
        {
            _year = year; // expect: RACE#1
            _last = 0; // expect: RACE#1
        }

        return $"{series}{year}-{++_last:D5}"; // expect: RACE
    }
}

public sealed class DispatchNotes
{
    private readonly Func<string, string> _number;

    public DispatchNotes(INumberSource numbers)
    {
        _number = numbers.Next;
    }

    public async Task<string[]> PrintAsync(IEnumerable<string> customers)
    {
        return await Task.WhenAll(customers.Select(c => Task.Run(async () =>
        {
            var number = _number("DN");
            await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), number + ".txt"), c);
            return number;
        })));
    }
}

public static class Program
{
    public static async Task Main()
    {
        var notes = new DispatchNotes(new YearlyNumbers(static () => DateTime.UtcNow));
        Console.WriteLine(string.Join(' ', await notes.PrintAsync(["acme", "globex", "initech"])));
    }
}

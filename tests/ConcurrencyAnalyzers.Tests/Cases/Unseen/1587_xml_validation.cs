// Validates configuration fragments and collects the reason of each rejection.
namespace Cases.U1587;

public static partial class FragmentValidator
{
    private static string s_lastError = "";
    private static int s_line;

    public static string LastError => $"line {s_line}: {s_lastError}"; // expect: RACE#1

    public static bool Validate(string fragment)
    {
        s_line = 0; // expect: RACE#2
        foreach (var line in fragment.Split('\n'))
        {
            s_line++; // expect: RACE#2
            if (!CheckLine(line))
            {
                return false;
            }
        }
        return true;
    }
}

public static partial class FragmentValidator
{
    private static bool CheckLine(string line)
    {
        int opened = line.Count(c => c == '<');
        int closed = line.Count(c => c == '>');
        if (opened != closed)
        {
            return Fail($"{opened} opened, {closed} closed");
        }
        return !line.Contains("<>", StringComparison.Ordinal) || Fail("empty tag");
    }

    private static bool Fail(string reason)
    {
        s_lastError = reason; // expect: RACE#1
        return false;
    }
}

public sealed record Rejection(string File, string Reason);

public sealed class ConfigurationCheck(Func<string, Task<string>> read)
{
    public async Task<Rejection[]> CheckAsync(IEnumerable<string> files)
    {
        var checks = files.Select(file => Task.Run(() => CheckOneAsync(file)));
        var results = await Task.WhenAll(checks);
        return results.OfType<Rejection>().ToArray();
    }

    private async Task<Rejection?> CheckOneAsync(string file)
    {
        string text = await read(file);
        return FragmentValidator.Validate(text)
            ? null
            : new Rejection(file, FragmentValidator.LastError);
    }
}

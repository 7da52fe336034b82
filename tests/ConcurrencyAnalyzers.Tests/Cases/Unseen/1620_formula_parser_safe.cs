// Parses formulas and tells the caller why the last one was rejected.
namespace Cases.U1620;

public static partial class FormulaParser
{
    [ThreadStatic]
    private static string? t_lastError;

    [ThreadStatic]
    private static int t_position;

    public static string LastError => $"at {t_position}: {t_lastError ?? "none"}";

    public static bool Check(string formula)
    {
        t_lastError = null;
        t_position = 0;
        int depth = 0;
        foreach (char c in formula)
        {
            t_position++;
            depth += c switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                return Fail("unexpected )");
            }
        }
        return depth == 0 || Fail("missing )");
    }
}

public static partial class FormulaParser
{
    private static bool Fail(string reason)
    {
        t_lastError = reason;
        return false;
    }
}

public sealed record BadFormula(string Cell, string Reason);

public sealed class SheetCheck(Func<string, Task<string>> read)
{
    public async Task<BadFormula[]> CheckAsync(IEnumerable<string> cells)
    {
        var checks = cells.Select(cell => Task.Run(() => CheckOneAsync(cell)));
        var results = await Task.WhenAll(checks);
        return results.OfType<BadFormula>().ToArray();
    }

    private async Task<BadFormula?> CheckOneAsync(string cell)
    {
        string formula = await read(cell);
        return FormulaParser.Check(formula)
            ? null
            : new BadFormula(cell, FormulaParser.LastError);
    }
}

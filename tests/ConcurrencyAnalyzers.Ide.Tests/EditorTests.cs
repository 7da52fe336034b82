namespace ConcurrencyAnalyzers.Ide;

/// <summary>What a user sees and clicks in an editor, with the real engine behind it.</summary>
public class EditorTests
{
    private const string File = "Account.cs";

    private const string WrongLocks = """
        using System;

        public class Account
        {
            private decimal _balance;

            public void Deposit(decimal amount)
            {
                lock (this)
                {
                    _balance += amount;
                }
            }

            public decimal Read()
            {
                lock (typeof(Account))
                {
                    return _balance;
                }
            }
        }
        """;

    private const string Race = """
        using System.Threading;

        public class Totals
        {
            private long _total;

            public long Sum()
            {
                var first = new Thread(() => Add(1000));
                first.Start();
                var second = new Thread(() => Add(2000));
                second.Start();
                first.Join();
                second.Join();
                return _total;
            }

            private void Add(int count)
            {
                for (var i = 0; i < count; i++)
                    _total += i;
            }
        }
        """;

    [IdeFact]
    public void The_engine_is_the_SDKs_and_our_assemblies_load_into_it()
    {
        using var editor = new Editor((File, "class C { }"));
        var roslyn = editor.Document(File).GetType().Assembly;
        Assert.Equal(IdeAssemblies.Folder, Path.GetDirectoryName(roslyn.Location) + Path.DirectorySeparatorChar);
        var references = editor.Document(File).Project.AnalyzerReferences.ToArray();
        Assert.Equal(2, references.Length);
        Assert.NotEmpty(references.SelectMany(reference => reference.GetAnalyzers("C#")));
    }

    [IdeFact]
    public async Task Wrong_locks_get_squiggles_while_typing()
    {
        using var editor = new Editor((File, WrongLocks));
        Assert.Equal([("CONC2001", 8), ("CONC2001", 16)], await FoundAsync(editor, "CONC2001"));

        editor.Replace(File, "lock (this)", "lock (new object())");
        editor.Replace(File, "lock (typeof(Account))", "lock (_balanc");
        Assert.Equal([("CONC2001", 8)], await FoundAsync(editor, "CONC2001"));
    }

    [IdeFact]
    public async Task The_light_bulb_offers_the_fix_and_applies_it()
    {
        using var editor = new Editor((File, WrongLocks));
        var entries = await editor.LightBulbAsync(File, "this");
        var fix = entries.First(entry => entry.Provider == "LockObjectFix");
        await editor.ApplyAsync(fix.Action);
        Assert.DoesNotContain("lock (this)", editor.Text(File));
        Assert.DoesNotContain(await editor.SquigglesAsync(File), squiggle => squiggle is { Id: "CONC2001", Span.Start.Line: < 12 });
    }

    [IdeFact]
    public async Task A_race_gets_squiggles_at_both_accesses_and_one_click_ends_it()
    {
        using var editor = new Editor((File, Race));
        var found = (await editor.SquigglesAsync(File)).Where(squiggle => squiggle.Id == "CONC1001").ToArray();
        Assert.NotEmpty(found);
        Assert.All(found, squiggle => Assert.Contains("_total", squiggle.Message));

        var entries = await editor.LightBulbAsync(File, "_total +=");
        await editor.ApplyAsync(entries.First(entry => entry.Provider == "UnsynchronizedAccessFix").Action);
        Assert.NotEqual(Race, editor.Text(File));
        Assert.Empty(await FoundAsync(editor, "CONC1001"));
    }

    [IdeFact]
    public async Task A_race_comes_and_goes_as_one_types()
    {
        using var editor = new Editor((File, Race));
        editor.Replace(File, "first.Start();", "first.Start(); first.Join();");
        Assert.Empty(await FoundAsync(editor, "CONC1001"));
        editor.Replace(File, "first.Start(); first.Join();", "first.Start();");
        Assert.NotEmpty(await FoundAsync(editor, "CONC1001"));
    }

    [IdeFact]
    public async Task The_light_bulb_can_suppress_a_finding()
    {
        using var editor = new Editor((File, WrongLocks));
        Assert.Contains(await editor.LightBulbAsync(File, "this"), entry => entry.Title.Contains("CONC2001", StringComparison.Ordinal));
    }

    [IdeFact]
    public async Task All_findings_of_a_document_are_fixed_at_once()
    {
        using var editor = new Editor((File, WrongLocks));
        await editor.FixAllAsync(File, "CONC2001");
        Assert.Empty(await FoundAsync(editor, "CONC2001"));
        Assert.DoesNotContain("typeof", editor.Text(File));
    }

    private static async Task<IEnumerable<(string, int)>> FoundAsync(Editor editor, string id) =>
        from squiggle in await editor.SquigglesAsync(File)
        where squiggle.Id == id
        select (squiggle.Id, squiggle.Span.Start.Line);
}

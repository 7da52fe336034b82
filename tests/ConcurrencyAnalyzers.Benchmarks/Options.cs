using System.Globalization;

namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Benchmarks PATH ... [what] [options]

        PATH             a project, a folder with sources, or a response file for csc
        --build          CPU, memory and just-in-time work of the compiler with no, an empty, our and the peers' analyzers
        --edit           time to the answer after an edit of one body
        --growth         the same code once, twice, four times
        --memory         what is kept after an analysis
        --findings       only print what our rules find, in a fixed order
                         (without any of these: the first four)
        --rounds N       neighbouring rounds (default 5)
        --edits N        edits (default 200)
        --analyzer [NAME=]PATH   one more set to compare with: an assembly, or a folder such as an unpacked package
        --no-peers       leave out the peers that are in the NuGet cache
        """;

    public List<string> Paths { get; } = [];

    public List<AnalyzerSet> Sets { get; } = [];

    public bool Build { get; private set; }

    public bool Edit { get; private set; }

    public bool Growth { get; private set; }

    public bool Memory { get; private set; }

    public bool Findings { get; private set; }

    public int Rounds { get; private set; } = 5;

    public int Edits { get; private set; } = 200;

    /// <summary>Null where the command line makes no sense.</summary>
    public static Options? Parse(string[] args)
    {
        var options = new Options();
        var peers = true;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--build":
                    options.Build = true;
                    break;
                case "--edit":
                    options.Edit = true;
                    break;
                case "--growth":
                    options.Growth = true;
                    break;
                case "--memory":
                    options.Memory = true;
                    break;
                case "--findings":
                    options.Findings = true;
                    break;
                case "--no-peers":
                    peers = false;
                    break;
                case "--rounds" when Number(args, ++i) is { } rounds:
                    options.Rounds = rounds;
                    break;
                case "--edits" when Number(args, ++i) is { } edits:
                    options.Edits = edits;
                    break;
                case "--analyzer" when i + 1 < args.Length:
                    options.Sets.Add(AnalyzerSet.Parse(args[++i]));
                    break;
                case ['-', ..]:
                    return null;
                default:
                    options.Paths.Add(args[i]);
                    break;
            }
        }

        if (options.Paths.Count == 0)
            return null;
        if (!(options.Build || options.Edit || options.Growth || options.Memory || options.Findings))
            options.Build = options.Edit = options.Growth = options.Memory = true;
        if (peers)
            options.Sets.AddRange(AnalyzerSet.CachedPeers());
        return options;
    }

    private static int? Number(string[] args, int index) =>
        index < args.Length && int.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

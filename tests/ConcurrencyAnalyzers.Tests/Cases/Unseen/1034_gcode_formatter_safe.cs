using System.Globalization;
using System.Text;

namespace Machining.GCode;

public readonly record struct Segment(double X, double Y, double Z, double Feed);

public static class GCodeFormatter
{
    [ThreadStatic]
    private static StringBuilder? t_builder;

    private static readonly ThreadLocal<int> s_lines = new(() => 0, trackAllValues: true);
    private static readonly Dictionary<string, string> s_prologues = new()
    {
        ["mm"] = "G21 G90",
        ["inch"] = "G20 G90",
    };

    public static int LinesFormatted => s_lines.Values.Sum();

    public static string Format(string unit, IReadOnlyList<Segment> path)
    {
        StringBuilder builder = t_builder ??= new StringBuilder(4096);
        builder.Clear();
        builder.AppendLine(s_prologues[unit]);
        foreach (Segment segment in path)
        {
            builder.Append(CultureInfo.InvariantCulture, $"G1 X{segment.X:F3} Y{segment.Y:F3} Z{segment.Z:F3} F{segment.Feed:F0}").AppendLine();
            s_lines.Value++;
        }
        return builder.ToString();
    }
}

public sealed class PostProcessor(string unit)
{
    public string[] Run(IReadOnlyList<IReadOnlyList<Segment>> toolpaths)
    {
        var programs = new string[toolpaths.Count];
        Parallel.ForEach(toolpaths, (path, _, index) => programs[index] = GCodeFormatter.Format(unit, path));
        return programs;
    }
}

public static class Program
{
    public static void Main()
    {
        var paths = new List<IReadOnlyList<Segment>>();
        for (int layer = 0; layer < 200; layer++)
        {
            double z = layer * 0.2;
            paths.Add(Enumerable.Range(0, 360)
                .Select(a => new Segment(Math.Cos(a) * 20, Math.Sin(a) * 20, z, 1200))
                .ToArray());
        }
        string[] programs = new PostProcessor("mm").Run(paths);
        Console.WriteLine($"{programs.Sum(p => p.Length)} chars, {GCodeFormatter.LinesFormatted} lines");
    }
}

using System.Globalization;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>How the cost of a call grows; the names in <c>costs.txt</c>.</summary>
internal enum CostShape
{
    Opaque,
    Call,
    Items,
    Turns,
    Wait,
    Paced,
}

/// <param name="Fixed">Units that every call costs, whatever it is given.</param>
/// <param name="Ordinal">The argument that counts, for <see cref="CostShape.Turns"/>.</param>
internal sealed record CallCost(CostShape Shape, double Units, double Fixed, int Ordinal)
{
    public static readonly CallCost Unknown = new(CostShape.Opaque, 0, 0, 0);
}

/// <summary>What calling members that the compilation only references costs. Read from <c>costs.txt</c>. Immutable, thread-safe.</summary>
internal sealed class CallCosts
{
    private static readonly Lazy<CallCosts> s_bcl = new(() => Parse(ReadResource()));

    private readonly Dictionary<string, CallCost> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallCost> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallCost> _namespaces = new(StringComparer.Ordinal);

    private CallCosts()
    {
    }

    /// <summary>The table of the base class library.</summary>
    public static CallCosts Bcl => s_bcl.Value;

    /// <param name="key">Documentation id without prefix and parameter list.</param>
    /// <param name="typeKey">Documentation id of the declaring type, without prefix.</param>
    /// <param name="receiverKey">Documentation id of the receiver's static type, without prefix.</param>
    public CallCost Of(string key, string typeKey, string receiverKey)
    {
        if (_members.TryGetValue(key, out var cost) || _types.TryGetValue(receiverKey, out cost) || _types.TryGetValue(typeKey, out cost))
            return cost;
        for (var end = typeKey.LastIndexOf('.'); end > 0; end = typeKey.LastIndexOf('.', end - 1))
            if (_namespaces.TryGetValue(typeKey.Substring(0, end), out cost))
                return cost;
        return CallCost.Unknown;
    }

    /// <exception cref="FormatException">A line is not of the table's form; the message quotes it.</exception>
    public static CallCosts Parse(string table)
    {
        var costs = new CallCosts();
        foreach (var line in TableLine.Of(table))
            if (!costs.TryAdd(line.Words))
                throw new FormatException($"Not a line of a cost table: {string.Join(" ", line.Words)}");
        return costs;
    }

    /// <summary>The same costs, to which more may be added.</summary>
    public CallCosts Copy()
    {
        var copy = new CallCosts();
        foreach (var (from, to) in new[] { (_members, copy._members), (_types, copy._types), (_namespaces, copy._namespaces) })
            foreach (var pair in from)
                to[pair.Key] = pair.Value;
        return copy;
    }

    /// <summary>What a line of the table may begin with.</summary>
    public static IReadOnlyList<string> Words { get; } = ["call", "items", "turns", "wait", "paced", "type", "wait-type", "wait-namespace"];

    /// <summary>Takes a line of the table; false where it is none.</summary>
    public bool TryAdd(string[] words)
    {
        (Dictionary<string, CallCost>? map, CostShape shape, int first) = words[0] switch
        {
            "call" => (_members, CostShape.Call, 2),
            "items" => (_members, CostShape.Items, 2),
            "turns" => (_members, CostShape.Turns, 3),
            "wait" => (_members, CostShape.Wait, 2),
            "paced" => (_members, CostShape.Paced, 1),
            "type" => (_types, CostShape.Call, 2),
            "wait-type" => (_types, CostShape.Wait, 2),
            "wait-namespace" => (_namespaces, CostShape.Wait, 2),
            _ => (null, CostShape.Opaque, 0),
        };
        if (map is null)
            return false;
        double units = 0, always = 0;
        var ordinal = 0;
        var numbers = first > 1 && words.Length > 1 ? words[1].Split('+') : [];
        if (words.Length <= first || numbers.Length > 2 || numbers.Length > 0 && !IsNumber(numbers[0], out units) || numbers.Length > 1 && !IsNumber(numbers[1], out always)
            || first > 2 && !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out ordinal))
            return false;
        foreach (var name in words.Skip(first))
            map[name] = new(shape, units, always, ordinal);
        return true;
    }

    private static bool IsNumber(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static string ReadResource()
    {
        using var stream = typeof(CallCosts).Assembly.GetManifestResourceStream("ConcurrencyAnalyzers.Knowledge.costs.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

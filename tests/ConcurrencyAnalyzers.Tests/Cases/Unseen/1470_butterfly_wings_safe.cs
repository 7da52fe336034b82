// Labels for a butterfly collection are formatted in parallel with a buffer that is reused. difficulty: hard
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;

namespace Menagerie.M1470;

public sealed record Butterfly(string Species, double WingspanMillimetres, DateTime Found);

public sealed class LabelFormatter
{
    private const int Width = 40;
    private static readonly ThreadLocal<StringBuilder> Buffer = new(() => new StringBuilder(2 * Width));

    public string Format(Butterfly butterfly)
    {
        var label = Buffer.Value!;
        label.Clear();
        label.Append(butterfly.Species.PadRight(Width));
        label.Append(butterfly.WingspanMillimetres.ToString("f1", CultureInfo.InvariantCulture));
        label.Append(' ').Append(butterfly.Found.Year);
        return label.ToString();
    }
}

public static class ButterflyLabels
{
    public static IReadOnlyList<string> Print(IEnumerable<Butterfly> collection)
    {
        var formatter = new LabelFormatter();
        return collection
            .AsParallel()
            .AsOrdered()
            .Where(butterfly => butterfly.WingspanMillimetres > 0)
            .Select(formatter.Format)
            .ToList();
    }
}

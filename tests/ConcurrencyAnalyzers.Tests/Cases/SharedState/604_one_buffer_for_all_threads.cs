// A ThreadLocal whose factory gives every thread the same object keeps nobody apart.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;

namespace OneBufferForAll;

public static class LabelPrinter
{
    private static readonly StringBuilder s_label = new();
    private static readonly ThreadLocal<StringBuilder> s_buffer = new(() => s_label);

    public static string Print(string name)
    {
        var label = s_buffer.Value!;
        label.Clear(); // expect: RACE#1
        label.Append('<').Append(name).Append('>'); // expect: RACE#1
        return label.ToString(); // expect: RACE#1
    }

    public static List<string> PrintAll(IEnumerable<string> names) => names.AsParallel().Select(Print).ToList();
}

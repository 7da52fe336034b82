// A ThreadLocal whose factory makes an object each, from what all have.
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;

namespace ABufferEach;

public sealed class TagPrinter
{
    private readonly string _head;
    private readonly ThreadLocal<StringBuilder> _buffer;

    public TagPrinter(string head)
    {
        _head = head;
        _buffer = new ThreadLocal<StringBuilder>(() => new StringBuilder(_head));
    }

    public string Print(string name)
    {
        var label = _buffer.Value!;
        label.Clear();
        label.Append(_head).Append(name);
        return label.ToString();
    }

    public List<string> PrintAll(IEnumerable<string> names) => names.AsParallel().Select(Print).ToList();
}

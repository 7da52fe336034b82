// The nearest wrong one: the counting kind is kept there too.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.TheOtherKindIsKept;

public class Pipe
{
    public void WriteLine(string line) => Write(new byte[line.Length]);

    public void Reset() => Clear();

    protected virtual void Clear() => Console.WriteLine("cleared");

    protected virtual void Write(byte[] data) => Console.WriteLine(data.Length);
}

public class CountingPipe : Pipe
{
    private long _position;

    public long Position => _position;

    protected override void Clear() => _position = 0; // expect: RACE#1

    protected override void Write(byte[] data)
    {
        base.Write(data);
        _position += data.Length; // expect: RACE#1
    }
}

public sealed class Station
{
    private Pipe? _pipe;
    private Task? _beat;

    public void Open(bool counts)
    {
        if (counts)
            _pipe = new CountingPipe();
        else
            _pipe = new Pipe();
    }

    public void Start() => _beat = Task.Run(Beat);

    public void Reset() => _pipe?.Reset();

    private void Beat() => _pipe?.WriteLine("NOOP");
}

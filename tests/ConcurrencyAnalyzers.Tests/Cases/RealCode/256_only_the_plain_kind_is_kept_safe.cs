// The field is only ever given the plain kind, so what the other kind overrides is never run through it; and the turns of an async
// iterator follow one another, as whoever reads it asks for them.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.OnlyThePlainKindIsKept;

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

    protected override void Clear() => _position = 0;

    protected override void Write(byte[] data)
    {
        base.Write(data);
        _position += data.Length;
    }
}

public sealed class Station
{
    private readonly SemaphoreSlim _turn = new(1);
    private Pipe? _pipe;
    private Task? _beat;
    private int _listed;

    public void Open() => _pipe = new Pipe();

    public void Start() => _beat = Task.Run(Beat);

    public void Reset() => _pipe?.Reset();

    public CountingPipe OpenData() => new();

    public async IAsyncEnumerable<string> ListAll(string[] folders)
    {
        foreach (var folder in folders)
        {
            await foreach (var name in List(folder))
                yield return name;
        }
    }

    private async IAsyncEnumerable<string> List(string folder)
    {
        await Task.Delay(10);
        _listed++;
        yield return folder + _listed;
    }

    private void Beat()
    {
        _turn.Wait();
        try
        {
            _pipe?.WriteLine("NOOP");
        }
        finally
        {
            _turn.Release();
        }
    }
}

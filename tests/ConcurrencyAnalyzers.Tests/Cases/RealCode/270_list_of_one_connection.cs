// The nearest wrong one: all turns start the loop of one and the same connection. Not always told: nothing but the loop starts it.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.ListOfOneConnection;

internal sealed class Connection
{
    private readonly int _number;
    private List<byte[]>? _list;
    private Task? _task;

    public Connection(int number) => _number = number;

    public void Start() => _task = SendAsync();

    private async Task SendAsync()
    {
        while (true)
        {
            await Task.Delay(_number);
            var list = Fill(new byte[3]);
            await Task.Delay(list.Count);
        }
    }

    private List<byte[]> Fill(byte[] data)
    {
        if (_list == null)
            _list = new List<byte[]>(); // expect: RACE?
        else
            _list.Clear(); // expect: RACE?
        _list.Add(data); // expect: RACE?
        return _list;
    }
}

public sealed class Listener
{
    private readonly Func<int> _accept;

    public Listener(Func<int> accept) => _accept = accept;

    public void Run(CancellationToken end)
    {
        var connection = new Connection(_accept());
        while (!end.IsCancellationRequested)
        {
            Console.WriteLine(_accept());
            connection.Start();
        }
    }
}

// Each turn of the loop makes a connection of its own, whose loop of sends empties and replaces the list of that connection alone.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RealCode.ListOfEachConnection;

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
            _list = new List<byte[]>();
        else
            _list.Clear();
        _list.Add(data);
        return _list;
    }
}

public sealed class Listener
{
    private readonly Func<int> _accept;

    public Listener(Func<int> accept) => _accept = accept;

    public void Run(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var connection = new Connection(_accept());
            connection.Start();
        }
    }
}

// Each task has a client of its own, taken from the collections of a field.
namespace Cases.S212;

public sealed class Client { public int Sent; public void Send() => Sent++; }
public sealed class A
{
    private readonly Queue<Client> _clients = new();
    private readonly List<Client> _all = new();
    private readonly Client[] _array = new Client[3];
    public async Task Run()
    {
        var tasks = new List<Task>();
        while (_clients.Count > 0)
        {
            var client = _clients.Dequeue();
            tasks.Add(Task.Run(() => client.Send()));
        }
        await Task.WhenAll(tasks);
        for (int i = 0; i < _all.Count; i++)
        {
            var client = _all[i];
            tasks.Add(Task.Run(client.Send));
        }
        await Task.WhenAll(tasks);
        for (int i = 0; i < _array.Length; i++)
        {
            var client = _array[i];
            tasks.Add(Task.Run(client.Send));
        }
        await Task.WhenAll(tasks);
        await Task.WhenAll(_array.Select(c => Task.Run(c.Send)));
        await Task.WhenAll(_all.Select(c => Task.Run(() => c.Send())));
        Parallel.ForEach(_all, c => c.Send());
    }
}

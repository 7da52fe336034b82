// What is waited for is another task than those that were given to the helper.
using System;
using System.Threading.Tasks;

public sealed class Order
{
    public int Flags;
}

public abstract class Depot
{
    public abstract Task<int> SendAsync(Order request);
}

public sealed class PlainDepot : Depot
{
    public override async Task<int> SendAsync(Order request)
    {
        await Task.Delay(10);
        request.Flags |= 1;  // expect: RACE#1
        return request.Flags;
    }
}

public sealed class SecureDepot : Depot
{
    public override async Task<int> SendAsync(Order request)
    {
        await Task.Delay(20);
        request.Flags |= 2;  // expect: RACE#2
        return request.Flags;
    }
}

public static class Replacing
{
    public static Task<int> Replaced(this Task<int> task)
    {
        Console.WriteLine(task.Status);
        return Task.FromResult(1);
    }
}

public sealed class Ordering
{
    private readonly Depot _server;

    public Ordering(Depot server) => _server = server;

    public async Task<int> AskAsync()
    {
        var request = new Order();
        await _server.SendAsync(request).Replaced();  // expect: UNOBSERVED_TASK?
        request.Flags |= 4;  // expect: RACE#1, RACE#2
        return request.Flags;  // expect: RACE?
    }
}

// A helper hands on the task that it was given, whichever of several it is: waiting for the result waits for it.
using System;
using System.Threading.Tasks;

public sealed class Demand
{
    public int Flags;
}

public abstract class Upstream
{
    public abstract Task<int> SendAsync(Demand request);
}

public sealed class PlainUpstream : Upstream
{
    public override async Task<int> SendAsync(Demand request)
    {
        await Task.Delay(10);
        request.Flags |= 1;
        return request.Flags;
    }
}

public sealed class SecureUpstream : Upstream
{
    public override async Task<int> SendAsync(Demand request)
    {
        await Task.Delay(20);
        request.Flags |= 2;
        return request.Flags;
    }
}

public static class Awaiting
{
    public static Task<int> Logged(this Task<int> task)
    {
        Console.WriteLine("waiting");
        return task;
    }
}

public sealed class Asking
{
    private readonly Upstream _server;

    public Asking(Upstream server) => _server = server;

    public async Task<int> AskAsync()
    {
        var request = new Demand();
        await _server.SendAsync(request).Logged();
        request.Flags |= 4;
        return await _server.SendAsync(request).Logged();
    }
}

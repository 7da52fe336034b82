// The contract of a service is fetched when it is first needed and again after its time to live. difficulty: hard
namespace Cases.U1630;

public sealed record Contract(string Version, IReadOnlyDictionary<string, string> Operations);

public interface IContractSource
{
    Contract Fetch();
}

public sealed class ContractCache(IContractSource source, TimeSpan timeToLive)
{
    private sealed record Holder(Contract Contract, long Expires)
    {
        public bool IsFresh => Environment.TickCount64 < Expires;
    }

    private readonly Lock _gate = new();
    private volatile Holder? _holder;

    public Contract Current
    {
        get
        {
            var holder = _holder;
            if (holder is { IsFresh: true })
            {
                return holder.Contract;
            }
            lock (_gate)
            {
                holder = _holder;
                if (holder is not { IsFresh: true })
                {
                    var fetched = source.Fetch();
                    holder = new Holder(fetched, Environment.TickCount64 + (long)timeToLive.TotalMilliseconds);
                    _holder = holder;
                }
                return holder.Contract;
            }
        }
    }
}

public sealed class Dispatcher(ContractCache contracts)
{
    public string[] Route(string[] operations)
    {
        var targets = new string[operations.Length];
        Parallel.For(0, operations.Length, i =>
        {
            targets[i] = contracts.Current.Operations.GetValueOrDefault(operations[i], "unknown");
        });
        return targets;
    }
}

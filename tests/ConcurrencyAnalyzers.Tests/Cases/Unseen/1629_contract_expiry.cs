// The contract of a service is fetched when it is first needed and again after its time to live. difficulty: hard
// Blind: a time that is set before what it stands for.
namespace Cases.U1629;

public sealed record Contract(string Version, IReadOnlyDictionary<string, string> Operations);

public interface IContractSource
{
    Contract Fetch();
}

public sealed class ContractCache(IContractSource source, TimeSpan timeToLive)
{
    private readonly Lock _gate = new();
    private Contract? _contract;
    private long _expires;

    public Contract Current
    {
        get
        {
            if (IsExpired) // blind: LAZY_INIT#1
            {
                lock (_gate)
                {
                    if (IsExpired)
                    {
                        Volatile.Write(ref _expires, Environment.TickCount64 + (long)timeToLive.TotalMilliseconds); // blind: LAZY_INIT#1
                        Volatile.Write(ref _contract, source.Fetch()); // blind: LAZY_INIT#1
                    }
                }
            }
            return Volatile.Read(ref _contract)!; // blind: LAZY_INIT#1
        }
    }

    private bool IsExpired => Environment.TickCount64 >= Volatile.Read(ref _expires); // expect: LAZY_INIT?, INCONSISTENT_LOCK?
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

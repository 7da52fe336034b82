using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// The state of a lock in shared memory: who holds it (0: nobody), whether somebody waits, whether the last holder died
/// with it. While somebody waits, only the arbiter changes the holder. Thread-safe.
/// </summary>
internal sealed unsafe class LockWord(SharedBlock block)
{
    public const int Size = 2 * sizeof(int);

    private const int Waited = int.MinValue;

    private ref int State => ref *(int*)block.Start;

    private ref int Abandoned => ref *(int*)(block.Start + sizeof(int));

    public bool TryTake(int party) => Interlocked.CompareExchange(ref State, party, 0) == 0;

    /// <summary>Frees the lock if nobody waits for it.</summary>
    public bool TryLeave(int party) => Interlocked.CompareExchange(ref State, 0, party) == party;

    /// <summary>For the arbiter: takes the lock, or marks it as waited for. <see langword="false"/>: has to wait.</summary>
    public bool TryTakeOrMark(int party)
    {
        while (true)
        {
            var state = Volatile.Read(ref State);
            if (state == 0)
            {
                if (TryTake(party))
                    return true;
            }
            else if (state < 0 || Interlocked.CompareExchange(ref State, state | Waited, state) == state)
            {
                return false;
            }
        }
    }

    public bool IsHeldBy(int party) => (Volatile.Read(ref State) & ~Waited) == party;

    /// <summary>For the arbiter: gives the lock to a party, or (0) frees it.</summary>
    public void Give(int party, bool waited) => Volatile.Write(ref State, waited ? party | Waited : party);

    public void NoteAbandoned() => Volatile.Write(ref Abandoned, 1);

    /// <summary>For the holder: whether the one before died with the lock.</summary>
    public bool TakeAbandoned() => Interlocked.Exchange(ref Abandoned, 0) != 0;
}

// A nonce search on its own thread that the owner can stop early.
using System;
using System.Buffers.Binary;
using System.Threading;

namespace Cases.U619;

public sealed record SearchOutcome(uint? Nonce, uint Tried);

public sealed class NonceSearch
{
    private readonly Thread _thread;
    private readonly uint _seed;
    private readonly uint _target;
    private uint? _found;
    private uint _tried;
    private bool _stopRequested;

    public NonceSearch(ReadOnlySpan<byte> header, uint target)
    {
        _seed = BinaryPrimitives.ReadUInt32LittleEndian(header);
        _target = target;
        _thread = new Thread(Search) { IsBackground = true, Name = "nonce-search" };
    }

    public void Start() => _thread.Start();

    public SearchOutcome Stop()
    {
        _stopRequested = true; // expect: RACE#1
        _thread.Join();
        return new SearchOutcome(_found, _tried);
    }

    private void Search()
    {
        uint nonce = 0;
        while (!_stopRequested) // expect: RACE#1
        {
            _tried++;
            if (Mix(nonce) < _target)
            {
                _found = nonce;
                return;
            }

            if (nonce == uint.MaxValue)
            {
                return;
            }

            nonce++;
        }
    }

    private uint Mix(uint nonce)
    {
        var value = _seed ^ nonce;
        value ^= value >> 16;
        value *= 0x7feb352d;
        value ^= value >> 15;
        value *= 0x846ca68b;
        return value ^ (value >> 16);
    }
}

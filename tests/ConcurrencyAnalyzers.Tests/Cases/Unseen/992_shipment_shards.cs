// Eight locks for sixteen shards: 16 is a multiple of 8, so all keys of one shard pick the same lock. difficulty: hard
namespace Cases.U992;

public sealed class ShipmentShards
{
    private const int LockCount = 8;
    private const int ShardCount = 2 * LockCount;
    private readonly Lock[] _locks = new Lock[LockCount];
    private readonly Dictionary<uint, string>[] _shards = new Dictionary<uint, string>[ShardCount];

    public ShipmentShards()
    {
        for (int i = 0; i < LockCount; i++)
        {
            _locks[i] = new Lock();
        }
        for (int i = 0; i < ShardCount; i++)
        {
            _shards[i] = [];
        }
    }

    public void Move(uint shipment, string place)
    {
        lock (_locks[shipment % LockCount])
        {
            _shards[shipment % ShardCount][shipment] = place;
        }
    }

    public string? PlaceOf(uint shipment)
    {
        lock (_locks[shipment % LockCount])
        {
            return _shards[shipment % ShardCount].GetValueOrDefault(shipment);
        }
    }

    public int Count()
    {
        int count = 0;
        for (int shard = 0; shard < ShardCount; shard++)
        {
            lock (_locks[shard % LockCount])
            {
                count += _shards[shard].Count;
            }
        }
        return count;
    }
}

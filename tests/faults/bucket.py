"""A server of S3's protocol that checks who asks, by signature and by rights; tests stop and start it again."""

import json
import logging
from urllib.parse import quote
from uuid import uuid4

import boto3
import moto.settings
from moto.server import ThreadedMotoServer

from tests.served import free_port

REGION = "eu-west-1"
# No more than docs/deployment.md asks for.
RIGHTS = {"bucket": ["s3:ListBucket"], "objects": ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]}


class S3:
    """A bucket of its own with a key of its own; what is in it stays there while the server is stopped."""

    def __init__(self):
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self.bucket, self.port = f"files-{uuid4().hex}", free_port()
        self.start()
        self._found()

    def start(self):
        self.server = ThreadedMotoServer("127.0.0.1", self.port, verbose=False)
        self.server.start()

    def stop(self):
        self.server.stop()
        self.server._server.server_close()

    def _found(self):
        """Make the bucket and who may use it; from then on nobody is believed without a signature."""
        moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")
        keys = self._client("iam", "nobody", "nothing")
        keys.create_user(UserName=self.bucket)
        keys.put_user_policy(
            UserName=self.bucket, PolicyName="files", PolicyDocument=json.dumps(self._policy())
        )
        made = keys.create_access_key(UserName=self.bucket)["AccessKey"]
        self.key, self.secret = made["AccessKeyId"], made["SecretAccessKey"]
        place = {"LocationConstraint": REGION}
        self._client("s3", self.key, self.secret).create_bucket(
            Bucket=self.bucket, CreateBucketConfiguration=place
        )
        moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = 0

    def _policy(self):
        arn = f"arn:aws:s3:::{self.bucket}"
        allowed = [(RIGHTS["bucket"], arn), (RIGHTS["objects"], f"{arn}/*")]
        statements = [{"Effect": "Allow", "Action": action, "Resource": on} for action, on in allowed]
        return {"Version": "2012-10-17", "Statement": statements}

    def _client(self, service, key, secret):
        return boto3.client(
            service,
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name=REGION,
            aws_access_key_id=key,
            aws_secret_access_key=secret,
        )

    def address(self, **others):
        """What STORAGE_URL says, or with another key, secret or bucket."""
        own = {"key": self.key, "secret": self.secret, "bucket": self.bucket, **others}
        key, secret, bucket = (quote(own[name], safe="") for name in ("key", "secret", "bucket"))
        return f"s3+http://{key}:{secret}@127.0.0.1:{self.port}/{bucket}?region={REGION}"

    @property
    def objects(self):
        """What is in the bucket, by name."""
        client = self._client("s3", self.key, self.secret)
        listed = client.list_objects_v2(Bucket=self.bucket).get("Contents", [])
        names = [each["Key"] for each in listed]
        return {name: client.get_object(Bucket=self.bucket, Key=name)["Body"].read() for name in names}
